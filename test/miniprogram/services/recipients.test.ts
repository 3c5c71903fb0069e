import { recipientsIn } from '../../../miniprogram/services/recipients';

describe('recipientsIn', () => {
  it('reads openids however they are set apart, each once', () => {
    expect(recipientsIn(' oA\noB, oA；oC、oD ')).toEqual(['oA', 'oB', 'oC', 'oD']);
  });

  it('finds none in blanks', () => {
    expect(recipientsIn(' \n ')).toEqual([]);
  });
});
